import type { App, AppSetting } from '@mingshi/model';
import { isNeverShipped } from './variants.ts';

/** The app's settings of a key, in the order they were read. */
export function settingsOf(app: App, key: AppSetting['key']): readonly AppSetting[] {
  return app.settings.filter((setting) => setting.key === key);
}

/** Whether the setting holds for what users install; a debug build may do as it likes. */
export function isShipped({ onlyIn }: AppSetting): boolean {
  return onlyIn === undefined || !isNeverShipped(onlyIn);
}
