/** What may follow a picture: a style, a skin color, the letters of a flag. */
const CHANGED = String.raw`(?:[\uFE0E\uFE0F]\u20E3?|\p{EMod})?(?:[\u{E0020}-\u{E007E}]+\u{E007F})?`;

/**
 * The source of a pattern for one emoji with all that makes it (UTS 51): flags, keycaps, pictures
 * with their style, pictures that a joiner makes one. Needs the flag `u`.
 */
export const EMOJI = String.raw`\p{RI}\p{RI}|[0-9#*]\uFE0F?\u20E3|\p{ExtPict}${CHANGED}(?:\u200D\p{ExtPict}${CHANGED})*`;
