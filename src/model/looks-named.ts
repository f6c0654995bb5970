/** Letters in one case, or with a capital in front; a syllable block has no case. */
const WORD = '(\\p{Lu}?\\p{Ll}+|\\p{Lu}+|\\p{Lo}+)';

/** A few words and nothing else: `minsu.kim`, `KimMinsu`. */
const NAME = new RegExp(`^(?=.{2,40}$)${WORD}([-._' ]?${WORD}){0,3}$`, 'u');

/**
 * Whether a reference looks like somebody's name, which belongs to the host alone (requirement
 * REC-03): a few words of letters and nothing else. Numbers, UUIDs and random tokens do not.
 */
export function looksNamed(text: string): boolean {
  return NAME.test(text);
}
