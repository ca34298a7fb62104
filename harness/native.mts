import vm from 'node:vm';

/**
 * The process as Node.js itself sees it. jest gives every test file a registry of modules of its
 * own, in which n8n-core would be loaded anew, and slower; through the main context it is loaded
 * once for all files of a worker, by the same loader as in n8n.
 */
const nativeProcess = vm.runInThisContext('process') as NodeJS.Process;
const nativeGlobal = vm.runInThisContext('globalThis') as Record<symbol, unknown>;

/** `require` of Node.js, as a file in the folder would have it. */
export function requireFrom(folder: string): NodeJS.Require {
	return nativeProcess.getBuiltinModule('node:module').createRequire(`${folder}/package.json`);
}

/** Runs something while the process has these variables, as n8n reads its settings while it loads. */
export function withEnvironment<T>(variables: Record<string, string>, load: () => T): T {
	const before = { ...nativeProcess.env };
	Object.assign(nativeProcess.env, variables);
	try {
		return load();
	} finally {
		for (const name of Object.keys(variables)) {
			if (before[name] === undefined) Reflect.deleteProperty(nativeProcess.env, name);
			else nativeProcess.env[name] = before[name];
		}
	}
}

/** Gives what was made under the key before in this process, by whichever test file. */
export function oncePerProcess<T>(key: string, make: () => T): T {
	const symbol = Symbol.for(`n8n-nodes-allmysms ${key}`);
	nativeGlobal[symbol] ??= make();
	return nativeGlobal[symbol] as T;
}

/** Data as n8n has it when it reads it from its database: plain, and of its own context. */
export function asStored<T>(value: T): T {
	const text: string | undefined = JSON.stringify(value);
	if (text === undefined) return value;
	return (vm.runInThisContext('JSON.parse') as (text: string) => T)(text);
}
