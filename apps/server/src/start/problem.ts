/** Why Bureau cannot start or go on, in one line that says what to do. Printed without a stack trace. */
export class StartProblem extends Error {
  override readonly name = 'StartProblem';
}
