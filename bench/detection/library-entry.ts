import { findPhoneNumbersInText } from "libphonenumber-js/max";

Object.assign(globalThis, { libphonenumber: { findPhoneNumbersInText } });
