/** Whether no control before this one keeps the form from being sent. */
export function isFirstInvalid(control: HTMLElement & { form: HTMLFormElement | null }): boolean {
  const controls = [...(control.form?.elements ?? [])] as HTMLInputElement[];
  const first: HTMLElement | undefined = controls.find(
    ({ willValidate, validity }) => willValidate && !validity.valid,
  );
  return first === control;
}
