import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';

import { setStage } from './client/stage.mts';

jest.setTimeout(120_000);

const stage = setStage();
const run = promisify(execFile);
const FOLDER = join(__dirname, 'sample-programs');

/** One program of the provider's page. */
interface Sample {
	readonly language: string;
	readonly file: string;
	/** Interpreter and the libraries that the page takes for granted. */
	readonly command: readonly [program: string, ...parameters: string[]];
	/** Says whether interpreter and libraries are there, by its exit code. */
	readonly probe: readonly [program: string, ...parameters: string[]];
	/** Debian packages that bring them. */
	readonly packages: string;
	readonly text: string;
	/** The sender that the program asks for. */
	readonly requestedSender: string;
	/** What the phone shows: the short number, where the text has no STOP mention. */
	readonly sender: string;
	/** What the program prints. */
	readonly output: RegExp;
}

const samples: readonly Sample[] = [
	{
		language: 'PHP',
		file: 'send-sms.php',
		command: ['php'],
		probe: ['php', '-r', 'exit(function_exists("curl_init") ? 0 : 1);'],
		packages: 'php-cli php-curl',
		text: 'Envoi de SMS test avec AllMySMS.com',
		requestedSender: 'allmysms',
		sender: '36180',
		output: /<status>100<\/status>/,
	},
	{
		language: 'Perl',
		file: 'send-sms.pl',
		command: ['perl', '-MLWP::UserAgent', '-MHTTP::Request::Common'],
		probe: ['perl', '-MLWP::UserAgent', '-MHTTP::Request::Common', '-e', '1'],
		packages: 'perl libwww-perl',
		text: 'envoi de SMS en perl avec allmysms.com',
		requestedSender: 'EXPEDITEUR',
		sender: '36180',
		output: /^$/,
	},
	{
		language: 'Ruby',
		file: 'send-sms.rb',
		command: ['ruby', '-rnet/http', '-ruri'],
		probe: ['ruby', '-rnet/http', '-e', '1'],
		packages: 'ruby',
		text: 'envoi de SMS en windev avec allmysms.com',
		requestedSender: 'EXPEDITEUR',
		sender: '36180',
		output: /^$/,
	},
	{
		language: 'Java',
		file: 'sendSms.java',
		command: ['java'],
		probe: ['javac', '-version'],
		packages: 'default-jdk-headless',
		text: '[Envoi de SMS en Java avec allmysms.com STOP au 36180',
		requestedSender: 'allmysms',
		sender: 'allmysms',
		output: /<status>100<\/status>/,
	},
];

/** The program with the sandbox's host, scheme, login and key. */
const adapted = (source: string, language: string): string =>
	source
		.replaceAll('https://api.allmysms.com', stage.origin)
		.replaceAll('yourlogin', 'sandbox')
		.replaceAll('yourapikey', 'sandbox-key')
		.replace("protocols_allowed( [ 'https'] )", "protocols_allowed( [ 'http'] )")
		.replace('use_ssl = true', 'use_ssl = false')
		.replace('[version]', language === 'Ruby' ? '9.0' : '[version]');

let folder: string;
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'sample-programs-'));
});
afterAll(async () => await rm(folder, { recursive: true, force: true }));

for (const sample of samples) {
	const { language, file, command, packages, text, requestedSender, sender, output } = sample;
	const [program, ...parameters] = sample.probe;
	const isThere = spawnSync(program, parameters, { stdio: 'ignore' }).status === 0;
	// Who has no Ruby must still be able to run the tests; the skipped test says what is missing.
	const either = isThere ? test : test.skip;
	either(`the ${language} sample sends its SMS (needs the packages ${packages})`, async () => {
		const source = await readFile(join(FOLDER, file), 'utf8');
		await writeFile(join(folder, file), adapted(source, language));
		const [interpreter, ...libraries] = command;
		const { stdout, stderr } = await run(interpreter, [...libraries, join(folder, file)]);
		expect(stderr).toBe('');
		expect(stdout).toMatch(output);
		expect(await stage.control.messages()).toEqual([
			expect.objectContaining({ phoneNumber: '33612345678', text, requestedSender, sender }),
		]);
	});
}
