import type { AppProject, SdkUse } from '@mingshi/model';
import type { Knowledge } from '@mingshi/knowledge';

/** The known SDKs that the apps embed, each once, with every sign of it. */
export function sdksOf(_project: AppProject, _knowledge: Knowledge): readonly SdkUse[] {
  return [];
}
