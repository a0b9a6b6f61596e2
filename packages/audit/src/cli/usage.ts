/** What `leavewell-audit --help` prints. */
export const usage = `leavewell-audit <url> [--flow <file>] [--policy <place>] [--out <folder>]
                [--lang <tag>] [--browser <path>]

Walks through a cancel flow in a browser and measures it by 20 questions of friction and honesty. It cancels for real:
use a test account. It turns renewal on again where the flow lets it.

  <url>      the page of the member on which canceling begins; may stand in the flow file instead
  --flow     JSON file that describes the flow where it does not speak for itself
  --policy   place whose rules are used, such as CN, DE or US-CA; BASE when absent
  --out      folder for report.json, report.html and the pictures; nothing is written when absent
  --lang     language of the flow, such as zh-CN; what the page says when absent
  --browser  path of a Chromium; LEAVEWELL_BROWSER or a usual place when absent
  --help     prints this

Ends with 0 when every check that applies holds, 1 when one fails, 2 when it could not be made.`;
