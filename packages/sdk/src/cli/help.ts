/** `cxml --help`. At most 80 characters a line. */
export const help = `cxml: look at a cXML document and see what is wrong with it

Usage:
  cxml parse FILE        print the typed message as JSON
  cxml validate FILE…    hold documents against the DTDs that they name
  cxml diff A B          tell two documents apart by what they mean
  cxml profile FILE      which procurement system sent it, and why
  cxml redact FILE       print the document without its secrets, for sharing
  cxml catalog FILE      read an index catalogue (CIF 3.0) and say what is wrong

  FILE is a path, or - for standard input. Nothing is ever fetched.

Options:
  --json        JSON on a terminal too, where a command prints for people
  --strict      parse: fail when a field that the message needs is missing,
                doubled or unreadable; without it the rest is printed, and
                what is wrong stands under "faults"
  --personal    redact: take out personal data too: names, addresses, telephone
                numbers, e-mail addresses, bank accounts
  --dtd DIR     validate: ask libxml2 and the DTD files in DIR as well
                (DIR/1.2.014/cXML.dtd, or DIR/cXML.dtd); needs libxml2-wasm
  -h, --help    this text
  --version     the version of this SDK

parse prints the names of cXML in camelCase, quantities and amounts as exact
decimal strings. Secrets are printed as they stand: think before you share it.

validate prints {"valid": …, "dtd": …, "problems": [{"severity", "code", "line",
"column", "path", "message"}]}, of several files a list with "file" in each. An
error is what the DTD forbids: a validating receiver refuses the document. A
warning is what the DTD allows and systems stumble over: a timestamp without
zone, a total that does not add up. It holds a document against the version that
its DOCTYPE names, the next newer one where that is not known, or the newest
where there is none.

diff prints {"same": …, "differences": [{"kind", "left", "right"}]}, "kind" is
changed, added, removed or moved. Order of attributes, space between elements,
comments, encoding, DOCTYPE, payloadID and timestamp do not count; amounts are
the same by value, dates by instant. Lines are found again by their numbers.

profile prints [{"profile", "confidence", "reasons"}], best first; the name is
that of a profile for a buyer of the SDK. It advises, no more: whoever sends a
document writes its UserAgent.

redact takes out shared secrets, MACs and signatures, card numbers, Extrinsics
with telling names, passwords and tokens in URLs. It takes what is not
well-formed too: then rather too much than too little.

catalog prints {"header": …, "rows": …, "levels": …, "problems": [{"severity",
"code", "line", "column", "message"}]}: for people a summary and the problems.

Exit codes:
  0  valid; parse, redact: the document was read; diff: both mean the same
  1  not valid; parse: no cXML document, or not well-formed; diff: they differ
  2  unreadable: no such file, not text, empty, too large; or wrong usage;
     diff: one of the two is not well-formed

Examples:
  cxml validate order.xml
  cxml validate --dtd dtds inbox/*.xml
  curl -s https://supplier.example/cxml -d @profile.xml | cxml validate -
  cxml diff sent.xml received.xml
  cxml catalog shop.cif
  cxml parse order.xml | jq .request.orderRequest.orderRequestHeader.orderID
  cxml validate --json order.xml | jq -r '.problems[] | "\\(.line): \\(.message)"'
`
