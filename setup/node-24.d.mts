/** Where the Node for n8n lies once it is installed; no check is made. */
export declare const node24Program: () => string;
