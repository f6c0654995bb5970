import { readFileSync } from 'node:fs';

import type { Block, ListItem } from '../../src/model/block.js';
import type { KeptRecord, Remedy } from '../../src/model/policy-about.js';
import type { AutomaticCollection } from '../../src/model/policy-automatic.js';
import type { PolicyDocument } from '../../src/model/policy-document.js';
import type { DataItem, Purpose } from '../../src/model/policy-processing.js';
import type { Retention } from '../../src/model/retention.js';

/** One of the demo's policy documents as its file has it, before any parser saw it. */
export function readPolicy(name: string): PolicyDocument {
  const file = new URL(`../../demo/policies/${name}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as PolicyDocument;
}

/** The data of a list in one line, as a person would write it down: "주소, 이름 of 직원, 번호!rrn". */
export function dataLine(data: readonly DataItem[]): string {
  return data
    .map(({ name, kind, about, note }) => {
      const mark = kind === 'ordinary' ? '' : `!${kind}`;
      const whose = about === undefined ? '' : ` of ${about}`;
      return `${name}${whose}${note === undefined ? '' : ` (${note})`}${mark}`;
    })
    .join(', ');
}

/** The texts of purposes, each with its group before it where it has one. */
export function purposeLines(purposes: readonly Purpose[] = []): string[] {
  return purposes.map(({ text, group, of }) => {
    const whole = group === undefined ? text : `${group}: ${text}`;
    return of === undefined ? whole : `${whole} [${of.join(', ')}]`;
  });
}

/** Each rule in one line: the end that can be computed, condition, statute, reason and wording. */
export function ruleLines(retention: Retention = []): string[] {
  return retention.map(({ period, from, event, until, condition, statute, reason, text }) =>
    [
      period,
      from && `from ${from}`,
      event && `event ${event}`,
      until,
      condition && `if ${condition}`,
      statute && `by ${statute}`,
      reason && `for ${reason}`,
      text && `"${text}"`,
    ]
      .filter((part) => part !== undefined && part !== '')
      .join(' | '),
  );
}

/** Each kept record in one line: what, on which basis, and how long. */
export function recordLines(records: readonly KeptRecord[] = []): string[] {
  return records.map(({ record = '–', basis, retention }) =>
    [record, basis, ...ruleLines(retention)].join(' | '),
  );
}

/** Each body in one line, its facts in the order of the type. */
export function remedyLines(remedies: readonly Remedy[] = []): string[] {
  return remedies.map(({ body, duty, phone, phoneNote, url, address, operator }) =>
    [body, duty, phoneNote, phone, url, address, operator]
      .filter((part) => part !== undefined)
      .join(' | '),
  );
}

/** The text's own cookie steps: "PC IE: 도구 > 옵션 → 쿠키 삭제". */
export function stepLines({ original = [] }: AutomaticCollection): string[] {
  return original.map(({ target, device, path, action }) => {
    const where = device === undefined ? target : `${device} ${target}`;
    const steps = `${where}: ${path.join(' > ')}`;
    return action === undefined ? steps : `${steps} → ${action}`;
  });
}

const lineText = (line: ListItem): string =>
  typeof line === 'string'
    ? line
    : 'text' in line
      ? lineText(line.text)
      : line.map(pieceText).join('');

const pieceText = (piece: string | { readonly text: string }): string =>
  typeof piece === 'string' ? piece : piece.text;

/** The text of blocks, one line a paragraph or list line. */
export function blockLines(blocks: readonly Block[] = []): string[] {
  return blocks.flatMap((block) => {
    if (typeof block === 'string') return [block];
    if (block.type === 'list') return block.items.map(lineText);
    return block.type === 'paragraph' ? [lineText(block.text)] : [];
  });
}
