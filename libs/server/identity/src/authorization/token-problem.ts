/** Why an application that proved who it is gets no token, in the words of the OAuth Problem Reporting extension. */
export class TokenProblem extends Error {
  constructor(
    readonly problem: 'parameter_rejected' | 'token_rejected',
    advice: string,
  ) {
    super(advice);
  }
}
