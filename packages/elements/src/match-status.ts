/** What to do in each status of a state; a status that is forgotten does not compile. */
export type StatusCases<S extends { readonly status: string }, R> = {
  readonly [K in S['status']]: (state: Extract<S, { readonly status: K }>) => R;
};

/** Chooses by `status`. The one place where the compiler has to be told that state and case belong together. */
export function matchStatus<S extends { readonly status: string }, R>(state: S, cases: StatusCases<S, R>): R {
  const chosen: (state: never) => R = cases[state.status as S['status']];
  return chosen(state as never);
}
