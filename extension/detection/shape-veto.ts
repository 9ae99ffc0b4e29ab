/** Whether a text in plain signs has the shape of something that is no phone number, whatever numbering plans say. */
export function isVetoedByShape(plain: string): boolean {
  return shapes.some((isShape) => isShape(plain));
}

/**
 * Whether a text in plain signs is as likely an amount: "20 198 564" is a number in Tunisia, and twenty million everywhere. Only a word
 * beside it tells.
 */
export function mayBeAmount(plain: string): boolean {
  return /^[1-9]\d?(?:[. ]\d{3}){2}$/.test(plain);
}

const shapes = [isDate, isYearRange, isIpAddress, isDecimal, isGroupedAmount, isIsbn, isCardNumber, isSparse, isBracketed];

const date =
  /(?<!\d)(?:(?:19|20)\d\d([-./])(?:0?[1-9]|1[0-2])\1(?:[12]\d|3[01]|0?[1-9])|(?:[12]\d|3[01]|0?[1-9])([-./])(?:[12]\d|3[01]|0?[1-9])\2(?:19|20)\d\d)(?!\d)/;
const compactDateAndTime = /^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])(?:\s\d{1,2})?$/;

function isDate(plain: string): boolean {
  return date.test(plain) || compactDateAndTime.test(plain);
}

function isYearRange(plain: string): boolean {
  return /^\(?(?:18|19|20)\d\d\s?[-/]\s?(?:18|19|20)\d\d\)?$/.test(plain);
}

function isIpAddress(plain: string): boolean {
  const parts = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(plain)?.slice(1);
  // Four pairs with dots are how Denmark and Norway write numbers as well.
  return parts !== undefined && parts.every((part) => Number(part) <= 255) && parts.some((part) => part.length !== 2);
}

function isDecimal(plain: string): boolean {
  return /^\d{1,3}\.\d{4,}$/.test(plain) || /(?:^|\s)\d{1,3}\.\d{1,3}(?:\s?-\s?|\s)\d{1,3}\.\d{1,3}(?:\s|$)/.test(plain);
}

function isGroupedAmount(plain: string): boolean {
  return /^[1-9]\d{0,2}(?:\.\d{3}){3,}$/.test(plain);
}

// "(80).(585) (79)": a formula, a list of references. A number has its area code in brackets, and perhaps a trunk prefix.
function isBracketed(plain: string): boolean {
  return plain.split("(").length > 3;
}

function isIsbn(plain: string): boolean {
  const digits = plain.replace(/\D/g, "");
  if (digits.length !== 13 || !/^97[89]/.test(digits)) return false;
  const sum = Array.from(digits).reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 3), 0);
  return sum % 10 === 0;
}

function isCardNumber(plain: string): boolean {
  return /^\d{4}([ -])\d{4}\1\d{4}\1\d{1,4}$/.test(plain);
}

// "1 2 3 4 5 6 7 8": a pager, a scale, a row of a table.
function isSparse(plain: string): boolean {
  const groups = plain.match(/\d+/g) ?? [];
  const singles = groups.filter((group) => group.length === 1).length;
  return singles > 3 && singles * 2 > groups.length;
}
