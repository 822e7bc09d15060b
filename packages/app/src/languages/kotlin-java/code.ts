/** Kotlin and Java in common words, as far as they matter for who calls what: both grammars end in this. */
export type Code =
  | Name
  | Member
  | Call
  | (Placed & { readonly kind: 'this'; readonly label: string })
  | (Placed & { readonly kind: 'super' })
  | Creation
  /** Text between the quotes; `parts` are the expressions of a template. */
  | (Placed & { readonly kind: 'string'; readonly value: string; readonly parts: readonly Code[] })
  | (Placed & { readonly kind: 'array'; readonly items: readonly Code[] })
  | (Placed & { readonly kind: 'cast'; readonly type: string; readonly value: Code })
  /** `Foo::class.java`, `Foo.class`. */
  | (Placed & { readonly kind: 'class'; readonly type: string })
  | (Placed & { readonly kind: 'reference'; readonly target?: Code; readonly name: Name })
  | Lambda
  | (Placed & { readonly kind: 'assign'; readonly target: Code; readonly value: Code })
  | Chain
  | (Placed & { readonly kind: 'plus'; readonly items: readonly Code[] })
  | (Placed & { readonly kind: 'if'; readonly condition: Code; readonly met?: Code; readonly unmet?: Code })
  | When
  | Loop
  | (Placed & { readonly kind: 'block'; readonly items: readonly Code[] })
  | Local
  /** `leaves` the whole function: return, throw; otherwise a loop or a lambda: break, continue, `return@forEach`. */
  | (Placed & { readonly kind: 'jump'; readonly leaves: boolean; readonly value?: Code })
  | Try
  | (Placed & { readonly kind: 'function'; readonly declared: FunctionDeclaration })
  | (Placed & { readonly kind: 'type'; readonly declared: TypeDeclaration })
  /** Anything else: its parts in order. */
  | (Placed & { readonly kind: 'group'; readonly items: readonly Code[] });

/** Offsets into the file. */
export interface Placed {
  readonly start: number;
  readonly end: number;
}

export interface Name extends Placed {
  readonly kind: 'name';
  readonly name: string;
}

export interface Member extends Placed {
  readonly kind: 'member';
  readonly target: Code;
  readonly name: Name;
}

export interface Call extends Placed {
  readonly kind: 'call';
  readonly target: Code | undefined;
  /** Absent where something else than a name is called: `handlers[0]()`; that is the target then. */
  readonly name: Name | undefined;
  /** `?.`: a condition for what the lambda does. */
  readonly safe: boolean;
  readonly typeArgs: readonly string[];
  readonly args: readonly Code[];
}

/** Java's `new`, Kotlin's `object :` and what a constructor hands to the one above. */
export interface Creation extends Placed {
  readonly kind: 'new';
  readonly type: Name;
  readonly args: readonly Code[];
  readonly body?: readonly Declaration[];
}

export interface Lambda extends Placed {
  readonly kind: 'lambda';
  /** `return` in it ends it and not the function around it. */
  readonly closed: boolean;
  readonly params: readonly Param[];
  readonly body: readonly Code[];
}

/** A chain of one operator: `a && b && c`. */
export interface Chain extends Placed {
  readonly kind: 'and' | 'or' | 'elvis';
  readonly items: readonly Code[];
}

export interface When extends Placed {
  readonly kind: 'when';
  readonly subject?: Code;
  /** `tests` as conditions in words, none for the rest. */
  readonly branches: readonly {
    readonly tests: readonly string[];
    readonly items: readonly Code[];
    readonly body: readonly Code[];
    /** Java's `case A:` without a break runs into the next. */
    readonly falls: boolean;
  }[];
}

export interface Loop extends Placed {
  readonly kind: 'loop';
  readonly params: readonly Param[];
  /** What is run through, and what happens between rounds. */
  readonly over: readonly Code[];
  readonly condition?: Code;
  /** The body comes before the condition. */
  readonly first: boolean;
  readonly body?: Code;
}

export interface Local extends Placed {
  readonly kind: 'local';
  readonly names: readonly Name[];
  readonly type: string;
  readonly value: Code | undefined;
}

export interface Try extends Placed {
  readonly kind: 'try';
  readonly resources: readonly Code[];
  readonly body: Code;
  readonly handlers: readonly { readonly param: Param; readonly body: Code }[];
  readonly last?: Code;
}

/** Types are the words written, without type arguments and `?`; '' where none is written. */
export interface Param {
  readonly name: string;
  readonly type: string;
}

export interface FunctionDeclaration extends Placed {
  readonly kind: 'function';
  readonly name: Name;
  readonly params: readonly Param[];
  readonly type: string;
  /** What it extends: `fun Context.track()`. */
  readonly receiver: string;
  readonly body: readonly Code[];
}

export interface FieldDeclaration extends Placed {
  readonly kind: 'field';
  readonly name: Name;
  readonly type: string;
  readonly isStatic: boolean;
  readonly isFinal: boolean;
  readonly value: Code | undefined;
  /** Kotlin's `get()`, `set()`: run at each reading or writing. */
  readonly accessors: readonly FunctionDeclaration[];
}

/** Code that runs when an object (or the class) comes to be. */
export interface InitDeclaration extends Placed {
  readonly kind: 'init';
  readonly isStatic: boolean;
  readonly params: readonly Param[];
  readonly body: readonly Code[];
}

export interface TypeDeclaration extends Placed {
  readonly kind: 'type';
  readonly name: Name;
  /** `object` and `companion` exist once: what initialises them is static. */
  readonly form: 'class' | 'object' | 'companion';
  readonly supertypes: readonly string[];
  readonly members: readonly Declaration[];
}

export type Declaration = FunctionDeclaration | FieldDeclaration | InitDeclaration | TypeDeclaration;

export interface ImportDeclaration extends Placed {
  /** `android.os.Build`, with a star `android.os.*`. */
  readonly from: string;
  readonly local: string;
}

/** A file in common words. */
export interface Outline {
  readonly package: string;
  readonly imports: readonly ImportDeclaration[];
  readonly members: readonly Declaration[];
  /** Names that stand in the code other than after a dot, and those after one. */
  readonly heads: ReadonlySet<string>;
  readonly tails: ReadonlySet<string>;
}
