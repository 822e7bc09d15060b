import type { App } from './app.ts';
import type { Code } from './code.ts';

/** The code of an app without any. */
export const noCode: Code = {
  uses: [], imports: [], requests: [], tickedBoxes: [], impliedConsent: [], consentChoices: [], policyLinks: [], files: { found: 0, parsed: 0 },
};

/** What only Android's own files and code tell, of an app without them. */
export const noFacts: Pick<
  App, 'removedPermissions' | 'components' | 'features' | 'settings' | 'accountSigns' | 'cancellationSigns' | 'metaData' | 'code'
> = {
  removedPermissions: [], components: [], features: [], settings: [], accountSigns: [], cancellationSigns: [], metaData: [],
  code: noCode,
};
