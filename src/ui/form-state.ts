/** Whether the page came by a reload, after which nothing is brought back. */
export function isReload(): boolean {
  const [navigation] = performance.getEntriesByType('navigation');
  return (navigation as PerformanceNavigationTiming | undefined)?.type === 'reload';
}

/** Whether no control before this one keeps the form from being sent. */
export function isFirstInvalid(control: HTMLElement & { form: HTMLFormElement | null }): boolean {
  const controls = [...(control.form?.elements ?? [])] as HTMLInputElement[];
  const first: HTMLElement | undefined = controls.find(
    ({ willValidate, validity }) => willValidate && !validity.valid,
  );
  return first === control;
}
