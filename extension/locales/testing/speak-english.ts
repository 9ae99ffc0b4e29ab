import { giveWords } from "./speak.ts";

giveWords();
