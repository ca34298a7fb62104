/** A reason to stop that the reader can act on: it is printed without a stack. */
export class SetupStop extends Error {}
