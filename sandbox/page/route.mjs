/**
 * Where the reader is: `#/<id>/<detail>`, so that a reload, a bookmark and the back button work.
 *
 * @returns {{ id: string, detail: string }}
 */
export function currentRoute() {
	const [id = '', detail = ''] = location.hash.replace(/^#\/?/, '').split('/');
	return { id, detail };
}

/** @param {() => void} listener */
export function onRoute(listener) {
	addEventListener('hashchange', listener);
}
