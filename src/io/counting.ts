/** Is told how far long work is. */
export interface Counting {
  expect(total: number): void;
  advance(count: number): void;
  end(): void;
}
