// All that the dialer looks like, for its first paint: by themselves the styles would come with the parts they belong to, and those later.
import "../ui/fonts.ts";
import "../ui/tokens.css";
import "../ui/base.css";
import "../ui/buttons.css";
import "../ui/fields.css";
import "../ui/pictures.css";
import "../ui/states.css";
import "../ui/country-picker.css";
import "./dialer.css";
import "./keypad.css";
import "./person-row.css";
import "./called-party.css";
import "./in-call.css";
import "./night.css";
import "./note-editor.css";
import "./after-call.css";
