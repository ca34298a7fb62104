/** The repository's root. */
export declare const root: string;

/** Everything that setup installs beside node_modules; ignored by git. */
export declare const cache: string;

/** The homes of local n8ns. */
export declare const homes: string;

/** The older engine line: `node_modules` lies in it. */
export declare const engineFolder: string;

/** Where an n8n is installed. */
export declare const n8nFolder: (line: '1' | '2') => string;
