/**
 * The code of a system error, such as `ENOENT`; undefined for every other error.
 * @param {unknown} error
 */
export const errorCode = (error) =>
	error instanceof Error && 'code' in error ? error.code : undefined;
