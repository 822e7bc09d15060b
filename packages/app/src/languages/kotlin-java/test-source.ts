/** Source sets of tests: `src/test`, `src/androidTestDebug`, `src/commonTest`. */
const TEST_SET = /^(?:test|androidTest|sharedTest|integrationTest|uiTest|testFixtures)(?:$|\p{Lu})|\p{Ll}Test$/u;

/** Whether a source file belongs to tests, by its source set; by its name where it lies in none. */
export function isTestSource(path: string): boolean {
  const folders = path.split('/');
  const file = folders.pop() ?? '';
  const at = folders.lastIndexOf('src');
  const set = at >= 0 && /^(?:java|kotlin)$/.test(folders[at + 2] ?? '') ? folders[at + 1] : undefined;
  if (set !== undefined && TEST_SET.test(set)) return true;
  if (folders.some((each) => /^(?:androidTest|androidUnitTest|__tests__)$/.test(each))) return true;
  // What lies in another source set ships, whatever it is called: SpeedTest.kt measures speed.
  if (set !== undefined) return false;
  return /\p{Ll}Tests?\.(?:kt|java)$/u.test(file) || folders.some((each) => each === 'test' || each === 'tests');
}
