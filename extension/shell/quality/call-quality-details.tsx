import { i18n } from "#i18n";
import { useQuery } from "@tanstack/react-query";
import type { CallQuality } from "#shared/api/call-quality.ts";
import type { CallId } from "#shared/ids.ts";
import { language } from "../../ui/language.ts";
import { valueOf } from "../api-error.ts";
import { useConnection } from "../connection.tsx";
import { FigureList } from "./figure-list.tsx";
import { recordFigures, type Figure } from "./figures.ts";
import { issueWords, warningWords } from "./quality-words.ts";

/** How a call of the history sounded, by its figures and by the person's word. */
export function CallQualityDetails({ callId }: { callId: CallId }) {
  const { api, session } = useConnection();
  const { data, isError } = useQuery({
    queryKey: ["call-quality", callId],
    queryFn: ({ signal }) => valueOf(api.callQuality(callId, { signal })),
    enabled: session !== undefined,
  });
  if (isError) return <p className="field-hint">{i18n.t("quality.notRead")}</p>;
  if (!data) return null;
  const { quality, feedback } = data;
  if (!quality && !feedback) return <p className="field-hint">{i18n.t("quality.notMeasured")}</p>;
  const said =
    feedback &&
    (feedback.issue ? issueWords[feedback.issue] : i18n.t(feedback.score > 3 ? "quality.feedback.good" : "quality.feedback.bad"));
  return (
    <FigureList
      figures={[
        ...(quality ? [...recordFigures(quality), ...warningsOf(quality)] : []),
        ...(said ? [{ name: i18n.t("quality.said"), text: said }] : []),
      ]}
    />
  );
}

function warningsOf({ warnings }: CallQuality): Figure[] {
  if (warnings.length === 0) return [];
  const told = warnings.map(({ name, count }) => i18n.t("quality.times", { name: warningWords[name], count }));
  return [{ name: i18n.t("quality.warnings"), text: new Intl.ListFormat(language).format(told) }];
}
