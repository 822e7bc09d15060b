/** Build types that are made to be debugged; what only they have reaches no user. */
const NEVER_SHIPPED = /^(?:debug|profile)$|Debug$/;

/** Whether something that only some source sets have reaches no user. */
export function isNeverShipped(onlyIn: readonly string[] | undefined): boolean {
  return onlyIn?.every((sourceSet) => NEVER_SHIPPED.test(sourceSet)) ?? false;
}
