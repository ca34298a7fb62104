/** The path of a Chromium or Chrome; throws an error with the remedy when there is none. */
export declare const findBrowser: () => string;
