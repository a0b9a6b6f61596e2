import fc, { type Arbitrary } from 'fast-check';

/** Between the likely and the odd: so many times out of ten the first. */
export function mostly<T>(likely: Arbitrary<T>, odd: Arbitrary<T>, timesOfTen: number): Arbitrary<T> {
  return fc.oneof({ weight: timesOfTen * 10, arbitrary: likely }, { weight: 100 - timesOfTen * 10, arbitrary: odd });
}
