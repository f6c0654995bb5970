import english from '../../locales/en/cookie-guide.js';
import korean from '../../locales/ko/cookie-guide.js';
import { ADVERTISING_GUIDES, BROWSER_GUIDES } from '../../src/gates/browser-guides.js';
import type { Guide, Way } from '../../src/gates/guide.js';
import type { WayId } from '../../src/gates/guide-ids.js';

/** What happens to the menu's words: only they stand in the table. */
function pathOf(text: string): string {
  const words = [...text.matchAll(/\[([^\]]+)\]/g)].map(([, word]) => word ?? '');
  return words.length === 0 ? '–' : words.join(' › ').replaceAll('|', '\\|');
}

function versionOf({ version: { product, from, asOf } }: Way): string {
  return [product, from === undefined ? '' : `${from}+`, asOf === undefined ? '' : `(${asOf})`]
    .filter((part) => part !== '')
    .join(' ');
}

function rowOf(way: Way<WayId>): string {
  const { id, kind, checkedOn, source, sureness } = way;
  const cells = [
    `\`${id}\``,
    kind,
    pathOf(korean[id]),
    pathOf(english[id]),
    versionOf(way),
    checkedOn,
    source === 'none' ? '–' : source,
    `${sureness.ko} / ${sureness.en} / ${sureness.ja}`,
  ];
  return `| ${cells.join(' | ')} |`;
}

function sectionOf({ id, ways }: Guide<string, WayId>): string {
  return [
    `### ${english[`guide-${id}` as 'guide-samsung']} (\`${id}\`)`,
    '',
    '| way | does | Korean menu | English menu | version | checked | source | sure: ko / en / ja |',
    '| --- | --- | --- | --- | --- | --- | --- | --- |',
    ...ways.map(rowOf),
  ].join('\n');
}

/** The table of docs/cookie-steps.md, made of the steps and their texts. */
export function stepsTable(): string {
  return [...BROWSER_GUIDES, ...ADVERTISING_GUIDES].map(sectionOf).join('\n\n');
}
