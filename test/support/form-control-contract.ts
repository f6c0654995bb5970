import { assert, fixture, html } from '@open-wc/testing';
import type { TemplateResult } from 'lit';

import type { FormControlElement } from '../../src/ui/form-control-element.js';

export interface FormControlContract {
  readonly tag: string;
  /** One control that submits something and is not valid yet. */
  readonly incomplete: () => TemplateResult;
  /** Resolves when the control is ready to be used. */
  readonly ready: (element: FormControlElement) => Promise<void>;
  /** Makes the control valid, as a person would. */
  readonly complete: (element: FormControlElement) => void;
}

/** What a page may expect of each form-associated element, because native controls do it. */
export function testFormControlContract(contract: FormControlContract): void {
  const { tag, incomplete, ready, complete } = contract;

  async function setUp() {
    const form = await fixture<HTMLFormElement>(html`
      <form id="form">
        <fieldset><label for="control">Label</label>${incomplete()}</fieldset>
      </form>
    `);
    const element = form.querySelector<FormControlElement>(tag)!;
    element.id = 'control';
    await ready(element);
    const submitted = () => [...new FormData(form).keys()];
    return { form, element, submitted };
  }

  describe(`<${tag}> as a form control`, () => {
    it('knows its form and its labels', async () => {
      const { form, element } = await setUp();

      assert.equal(element.form, form);
      assert.deepEqual([...element.labels], [form.querySelector('label')!]);
    });

    it('keeps the form from being submitted while it is invalid', async () => {
      const { form, element } = await setUp();
      assert.isFalse(form.checkValidity());
      assert.isFalse(element.validity.valid);
      assert.isNotEmpty(element.validationMessage);

      complete(element);

      assert.isTrue(form.checkValidity());
      assert.isTrue(element.reportValidity());
    });

    it('neither submits nor validates while it is disabled', async () => {
      const { form, element, submitted } = await setUp();

      element.disabled = true;

      assert.deepEqual(submitted(), []);
      assert.isFalse(element.willValidate);
      assert.isTrue(form.checkValidity());
    });

    it('is enabled again after a fieldset around it is', async () => {
      const { form, element, submitted } = await setUp();
      const fieldset = form.querySelector('fieldset')!;
      fieldset.disabled = true;
      assert.deepEqual(submitted(), []);

      fieldset.disabled = false;

      assert.isNotEmpty(submitted());
      assert.isFalse(element.disabled);
    });

    it('forgets what a person did when the form is reset', async () => {
      const { form, element } = await setUp();
      complete(element);

      form.reset();

      assert.isFalse(element.checkValidity());
    });

    it('has the new value when it dispatches input and change', async () => {
      for (const type of ['input', 'change']) {
        const { form, element, submitted } = await setUp();
        let validAtEvent: boolean | undefined;
        form.addEventListener(type, () => {
          validAtEvent = form.checkValidity();
        });

        complete(element);

        assert.isTrue(validAtEvent, type);
        assert.isNotEmpty(submitted(), type);
      }
    });

    it('is no native control to a script that asks for its type', async () => {
      const { element } = await setUp();

      assert.isFalse('type' in element);
    });
  });
}
