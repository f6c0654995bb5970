import { writeCsv } from '../../../src/model/exports/csv-cells.js';
import { koreanDay } from '../../../src/model/due-dates.js';
import { itemBars } from './stats.js';
import type { CsvSource } from './stats-panels.js';
import { TEXTS } from './texts.js';

/** How often each item was given, refused and taken back, by version: a file for a spreadsheet. */
export function ratesCsv({ asked, titleOf, isRequired }: CsvSource): string {
  const rows = asked.flatMap((each) =>
    itemBars(each).map(({ id, standing, refused, withdrawn, given }) => [
      ...[each.policy, each.surface, each.version, id, titleOf(each, id)],
      ...[isRequired(each, id) ? 'true' : 'false', String(standing + withdrawn)],
      ...[String(refused), String(withdrawn), given.toFixed(1)],
    ]),
  );
  return writeCsv([TEXTS.csvColumns, ...rows]);
}

/** Gives the file to the person. */
export function downloadRates(source: CsvSource): void {
  const blob = new Blob([ratesCsv(source)], { type: 'text/csv;charset=utf-8' });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = `dongui-rates-${koreanDay(Date.now())}.csv`;
  link.click();
  // Once the download has begun the address is not needed; WebKit begins it after this task.
  setTimeout(() => {
    URL.revokeObjectURL(link.href);
  }, 60_000);
}
