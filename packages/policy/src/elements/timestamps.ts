import { datesIn, type FoundDate } from '../text/dates.ts';
import { forCues, type Found } from './found.ts';
import { cuesIn, type Passage } from './passages.ts';

/** Since when the policy applies and when it was last changed. */
export const readDates = forCues(['effective-date', 'update-date'], function* (passage, all) {
  for (const id of ['effective-date', 'update-date'] as const) {
    const found = dated(id, passage, all[passage.index + 1]);
    if (found) yield found;
  }
});

/** A date right behind its label, right before it, or alone on the next line. */
function dated(id: 'effective-date' | 'update-date', passage: Passage, next: Passage | undefined): Found | undefined {
  const labels = cuesIn(passage, id);
  if (labels.length === 0 || passage.kind === 'sdk-list') return undefined;
  const { text } = passage;
  const dates = datesIn(text).filter(({ start }) => !OF_LAW.test(text.slice(Math.max(0, start - 40), start)));
  for (const label of labels) {
    const behind = dates.find(
      ({ start }) => start >= label.end && start - label.end <= 24 && !OTHER.test(text.slice(label.end, start)),
    );
    const ahead = (date: FoundDate): boolean =>
      date.end <= label.start && label.start - date.end <= 10 && !/[,，;；。\s]/.test(text.slice(date.end, label.start));
    const near = behind ?? dates.find(ahead);
    if (near) return told(id, near.iso, text.length);
  }
  const label = labels.at(-1);
  if (!label || !next || text.length > 60 || !/^[\s*_:：]*$/.test(text.slice(label.end))) return undefined;
  const follows = datesIn(next.text)[0];
  return follows && follows.start <= 4 && next.text.length <= 40 ? told(id, follows.iso, text.length) : undefined;
}

function told(id: Found['id'], iso: string, length: number): Found {
  return { id, told: iso.length === 10 ? 'yes' : 'partial', score: length < 60 ? 1 : 0, values: { date: iso } };
}

/** Another label between the two: the date is that one's. */
const OTHER = /生效|更新|修订|发布|版本|effective|updated|法/i;

/** Since when a law applies. */
const OF_LAW = /(?:法|条例|规定|办法|规范|标准)》?[^,，。；《》]{0,6}$|\b(?:law|act|regulation|gdpr)\b[^.,;]{0,24}$/i;
