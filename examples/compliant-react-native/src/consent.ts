const stored = new Map<string, boolean>();

export const consent = {
  isGiven: () => stored.get('policy') ?? false,
  give: () => stored.set('policy', true),
};
