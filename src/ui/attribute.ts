const warned = new Set<string>();

/**
 * An attribute that takes one of a few words: the first of them when it is absent, and, with one
 * warning, when it is something else.
 */
export function choiceOf<const Choice extends string>(
  element: Element,
  name: string,
  choices: readonly [Choice, ...Choice[]],
): Choice {
  const value = element.getAttribute(name);
  const choice = choices.find((each) => each === value) ?? choices[0];
  if (value !== null && value !== choice) {
    const line = `[dongui] <${element.localName} ${name}="${value}">: expected ${choices.join(' or ')}; "${choice}" is used.`;
    if (!warned.has(line)) console.warn(line);
    warned.add(line);
  }
  return choice;
}
