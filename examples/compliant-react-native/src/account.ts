export const signIn = () => undefined;
export const close = () => undefined;
