import type { PolicyReading, PolicyStatement } from '@mingshi/model';
import { rowOf } from './places.ts';

/**
 * Letters that naming permissions takes, for the sentence and for each of them; what goes beyond says something about
 * them.
 */
const ROOM = { zh: { sentence: 20, each: 8 }, en: { sentence: 40, each: 20 } };

/** Whether what tells of requested permissions also says what for, in whatever words. */
export function isExplained(
  statement: PolicyStatement,
  requested: ReadonlySet<string>,
  policy: PolicyReading,
): boolean {
  // "When you scan a code, we use the camera" says what for without the word "for".
  if (statement.purposes.length > 0 || statement.condition) return true;
  // A table tells it in another column.
  if (rowOf(policy, statement).length > 1) return true;
  if (NEEDED.test(statement.text)) return true;
  const room = ROOM[statement.language];
  // There is more in the sentence than names. Whether it is a purpose was not understood; it may well be.
  return (
    statement.text.length >
    room.sentence + room.each * statement.permissions.filter((name) => requested.has(name)).length
  );
}

/** "Phone: necessary to show who calls", 发布动态时会申请相机权限: they tell it in few words. */
const NEEDED =
  /^[^，。；：权限使用]{2,14}(?:时|过程中)[，,]?(?:我们|本应用|应用)?(?:会|需|将|可能|申请)|\b(?:necessary|needed|required|used) (?:to|for) (?!(?:the|this|our) app\b)|才能|方可/i;
