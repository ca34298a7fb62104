import { number, text, type RowSpec } from '../row-spec';

export const account = {
	email: text.orNull('Email address of the holder'),
	firstName: text.orNull('First name of the holder'),
	lastName: text.orNull('Last name of the holder'),
	company: text.orNull('Company of the holder'),
	status: text.orNull('What AllMySMS says of the account, such as "Active Account"'),
	credits: number.orNull('Credits left; a French SMS costs 15'),
	balance: number.orNull('Money left, in euro'),
	smsLeft: number.orNull('How many SMS the credits are good for'),
	country: text.orNull('ISO code of the country that prices are reckoned from'),
} satisfies RowSpec;
