/** An answer of Stripe's package as it came: the package makes objects of some texts, which are texts again here. */
export function wireOf(answer: unknown): unknown {
  return JSON.parse(JSON.stringify(answer));
}
