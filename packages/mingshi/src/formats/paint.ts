import picocolors from 'picocolors';

/** Colours by what they mean. */
export interface Paint {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly underline: (text: string) => string;
  readonly label: (text: string) => string;
  readonly ok: (text: string) => string;
  readonly error: (text: string) => string;
  readonly warning: (text: string) => string;
  readonly info: (text: string) => string;
}

/** The colours, or none. */
export function paints(colour: boolean): Paint {
  const colours = picocolors.createColors(colour);
  return {
    bold: colours.bold,
    dim: colours.dim,
    underline: colours.underline,
    label: colours.cyan,
    ok: colours.green,
    error: colours.red,
    warning: colours.yellow,
    info: colours.blue,
  };
}
