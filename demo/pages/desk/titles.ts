import type { NoticeItem } from '../../../src/model/notice.js';
import { itemTitle } from '../../../src/ui/item-view.js';
import { contextOf } from '../../speakers.js';
import { type Entry, isReceipt } from './entry.js';
import { fill, TEXTS } from './texts.js';

/** What an item is called where it stands alone, without the group that says it is about advertising. */
export function titleOf(item: NoticeItem, locale: string): string {
  const title = itemTitle(item, contextOf('ko', locale));
  if (!item.kind.startsWith('advertising') || title.includes(TEXTS.aboutAdvertising)) return title;
  return item.kind === 'advertising-night' ? TEXTS.night : fill(TEXTS.advertising, title);
}

/** What an item of a receipt is called, as its person saw it; its id where nobody knows any more. */
export function titleInEntry(entry: Entry | undefined, item: string): string {
  const notice = entry !== undefined && isReceipt(entry) ? entry.notice : undefined;
  const found = notice?.items.find(({ id }) => id === item);
  return notice === undefined || found === undefined ? item : titleOf(found, notice.locale);
}
