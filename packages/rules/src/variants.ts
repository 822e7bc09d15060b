/** Whether a source set or build type is made for developers; what only it holds reaches no user. */
export function isNeverShipped(name: string): boolean {
  return /^(?:debug|profile)$|Debug$|^(?:dev|mock|qa|staging|test)(?:[A-Z]|$)/.test(name);
}
