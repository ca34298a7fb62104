/** @type {() => void} */
let draw = () => {};

/** Says what draws the page. @param {() => void} draws */
export const drawWith = (draws) => {
	draw = draws;
};

/** Draws the page again after a change that the sandbox knows nothing of: a search, a longer list, a draft. */
export const redraw = () => draw();
