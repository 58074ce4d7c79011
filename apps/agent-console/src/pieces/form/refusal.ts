/** Why the desk refused what was sent, in the words of the form that sent it. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}
