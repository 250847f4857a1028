/** `cxml --help`. At most 80 characters a line. */
export const help = `cxml: look at a cXML document and see what is wrong with it

Usage:
  cxml parse FILE       print the typed message as JSON
  cxml validate FILE    hold the document against the DTD that it names

  FILE is a path, or - for standard input. Nothing is ever fetched.

Options:
  --json        JSON on a terminal too, where validate prints for people
  --strict      parse: fail when a field that the message needs is missing,
                doubled or unreadable; without it the rest is printed, and
                what is wrong stands under "faults"
  -h, --help    this text
  --version     the version of this SDK

validate prints {"valid": …, "dtd": …, "problems": [{"severity", "code", "line",
"column", "path", "message"}]}. An error is what the DTD forbids: a validating
receiver refuses the document. A warning is what the DTD allows and systems
stumble over: a timestamp without zone, a total that does not add up. It holds a
document against the version that its DOCTYPE names, the next newer one where
that is not known, or the newest where there is none.

parse prints the names of cXML in camelCase, quantities and amounts as exact
decimal strings. Secrets are printed as they stand: think before you share it.

Exit codes:
  0  valid; parse: the document was read
  1  not valid; parse: no cXML document, or not well-formed
  2  unreadable: no such file, not text, empty, too large; or wrong usage

Examples:
  cxml validate order.xml
  curl -s https://supplier.example/cxml -d @profile.xml | cxml validate -
  cxml parse order.xml | jq .request.orderRequest.orderRequestHeader.orderID
  cxml validate --json order.xml | jq -r '.problems[] | "\\(.line): \\(.message)"'
`
