/**
 * Replaces halves of astral characters (an emoji that was cut in two) by U+FFFD, as every UTF-8
 * writer does sooner or later: what is counted is then what is sent.
 */
export const toWellFormed = (text: string): string => text.replace(/\p{Cs}/gu, '\uFFFD');
