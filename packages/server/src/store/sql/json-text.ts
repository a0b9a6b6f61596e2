declare const content: unique symbol;

/** JSON text of a value this program wrote itself, so that reading it back needs no second parsing of its shape. */
export type JsonText<Value> = string & { readonly [content]: Value };

/** The text of a value; properties that are undefined are left out. */
export function toJsonText<Value>(value: Value): JsonText<Value> {
  return JSON.stringify(value) as JsonText<Value>;
}

/** The value of a text. */
export function fromJsonText<Value>(text: JsonText<Value>): Value {
  return JSON.parse(text);
}
