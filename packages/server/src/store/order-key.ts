/** By what a membership is found for an order number that somebody typed: in lower case and without spaces around. */
export function orderKey(orderNumber: string): string {
  return orderNumber.trim().toLowerCase();
}

/** An order number that stands for more memberships than these names none of them. */
export const mostByOrderNumber = 10;
