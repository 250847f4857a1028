"""A client of Coupa's Core REST API, written from its public documentation alone.

    client.py URL CLIENT_ID CLIENT_SECRET json|xml

Walks from a token to a paid invoice and prints one line a step. Python's standard library, nothing else.
"""

import base64
import json
import sys
import urllib.error
import urllib.parse
import urllib.request
import xml.etree.ElementTree as ElementTree


class Refused(Exception):
    def __init__(self, status, body):
        super().__init__(f"{status} {body}")
        self.status = status
        self.body = body


class Coupa:
    """Speaks one of the two formats; what comes back is dictionaries and lists either way."""

    def __init__(self, url, form):
        self.url = url
        self.form = form
        self.token = None

    def authenticate(self, client_id, client_secret, scope, basic=False):
        fields = {"grant_type": "client_credentials", "scope": scope}
        headers = {"Content-Type": "application/x-www-form-urlencoded"}
        if basic:
            pair = base64.b64encode(f"{client_id}:{client_secret}".encode()).decode()
            headers["Authorization"] = f"Basic {pair}"
        else:
            fields.update(client_id=client_id, client_secret=client_secret)
        body = urllib.parse.urlencode(fields).encode()
        answer = json.loads(self._send("POST", "/oauth2/token", body, headers)[1])
        assert answer["token_type"] == "bearer", answer
        assert answer["expires_in"] > 3600, answer
        self.token = answer["access_token"]
        return answer

    def call(self, method, path, body=None, root=None, **query):
        if query:
            path += "?" + urllib.parse.urlencode(query)
        headers = {"Authorization": f"Bearer {self.token}", "Accept": f"application/{self.form}"}
        data = None
        if body is not None:
            headers["Content-Type"] = f"application/{self.form}"
            data = json.dumps(body).encode() if self.form == "json" else to_xml(root, body)
        status, text = self._send(method, "/api/" + path, data, headers)
        return self._read(text)

    def list(self, path, **query):
        """An empty list is [] in JSON and 404 in XML."""
        try:
            return self.call("GET", path, **query)
        except Refused as refusal:
            if self.form == "xml" and refusal.status == 404:
                assert "No results match your search criteria." in refusal.body, refusal
                return []
            raise

    def _read(self, text):
        if text == "":
            return None
        return json.loads(text) if self.form == "json" else from_xml(ElementTree.fromstring(text))

    def _send(self, method, path, data, headers):
        request = urllib.request.Request(self.url + path, data=data, headers=headers, method=method)
        try:
            with urllib.request.urlopen(request, timeout=30) as response:
                return response.status, response.read().decode()
        except urllib.error.HTTPError as error:
            raise Refused(error.code, error.read().decode()) from None


def to_xml(root, value):
    def element(name, content):
        node = ElementTree.Element(name)
        if isinstance(content, dict):
            node.extend(element(key, inner) for key, inner in content.items())
        elif isinstance(content, list):
            node.set("type", "array")
            singular = name[:-3] + "y" if name.endswith("ies") else name[:-1]
            node.extend(element(singular, inner) for inner in content)
        elif content is None:
            node.set("nil", "true")
        else:
            node.text = str(content).lower() if isinstance(content, bool) else str(content)
        return node

    return ElementTree.tostring(element(root, value), encoding="utf-8", xml_declaration=True)


def from_xml(node):
    if node.get("type") == "array":
        return [from_xml(child) for child in node]
    if node.get("nil") == "true":
        return None
    if len(node):
        return {child.tag: from_xml(child) for child in node}
    text = node.text or ""
    if node.get("type") == "integer":
        return int(text)
    if node.get("type") == "boolean":
        return text == "true"
    return text


SCOPES = " ".join(
    f"core.{name}.{right}"
    for name in (
        "requisition", "approval", "purchase_order", "user", "common", "supplier", "comment",
        "inventory.receiving", "invoice", "integration", "uom", "accounting",
    )
    for right in ("read", "write")
)


def step(text):
    print(f"ok {text}", flush=True)


def check(condition, what, found):
    if not condition:
        raise SystemExit(f"not ok {what}: {found!r}")


def main(url, client_id, client_secret, form):
    coupa = Coupa(url, form)
    coupa.authenticate(client_id, client_secret, SCOPES, basic=form == "xml")
    step("token")

    cart = coupa.call("GET", "requisitions/current_cart")
    number = cart["id"]
    check(cart["status"] == "cart", "the current cart is a cart", cart["status"])
    check(coupa.call("GET", "requisitions/current_cart")["id"] == number, "there is one cart", number)
    cart = coupa.call("POST", "requisitions/add_to_cart", {
        "requisition-lines": [line("Desk lamp", "2", "12.5")],
    }, "requisition-header")
    check(cart["id"] == number, "it goes into the current cart", cart["id"])
    step("cart")

    requisition = coupa.call("PUT", f"requisitions/{number}", {
        "requisition_lines" if form == "json" else "requisition-lines": [line("Floor lamp", "1", "80")],
    }, "requisition-header")
    check(len(requisition["requisition-lines"]) == 2, "two lines", requisition["requisition-lines"])
    check(requisition["total"] == "105.00", "an exact total", requisition["total"])
    check(requisition["requisition-lines"][0]["quantity"] == "2.0", "decimals are strings", requisition)
    check(requisition["updated-at"][-6] in "+-", "times have an offset", requisition["updated-at"])
    step("line")

    requester = coupa.list("users", login="emma")[0]
    address = office(coupa)
    requisition = coupa.call("PUT", f"requisitions/{number}", {
        "requested-by": {"id": requester["id"]},
        "justification": "Our office is dark",
        "ship-to-address": {"id": address["id"]},
    }, "requisition-header")
    check(requisition["requested-by"]["login"] == "emma", "it is emma's", requisition["requested-by"])
    check(requisition["ship-to-address"]["location-code"] == "LAB", "it goes there", requisition)
    ready = requisition["line-count"] > 0 and requisition["status"] in ("cart", "draft")
    check(ready, "it can be submitted", requisition)
    step(f"address {address['location-code']}")

    said = coupa.call("POST", f"requisitions/{number}/comments", {"comments": "Warm light, @[User:2]"}, "comment")
    check(said["commentable-type"] == "RequisitionHeader", "what it is about", said)
    check(len(coupa.list(f"requisitions/{number}/comments")) == 1, "one comment", number)
    step("comment")

    submitted = coupa.call("PUT", f"requisitions/{number}/submit_for_approval", {}, "requisition-header")
    check(submitted["status"] == "pending_approval", "it waits for approval", submitted["status"])
    step("submit")

    while True:
        waiting = coupa.list("approvals", status="pending_approval", **{"approvable-id": number})
        if not waiting:
            break
        decided = coupa.call("PUT", f"approvals/{waiting[0]['id']}/approve", reason="By the script")
        check(decided["status"] == "approved", "an approval is given", decided)
    step("approve")

    orders = coupa.list("purchase_orders", **{"requisition-header[id]": number, "status": "issued"})
    check(len(orders) == 1, "one order", orders)
    order = orders[0]
    check(order["exported"] is False, "a new order is not exported", order["exported"])
    step("order")
    export(coupa, order["id"])
    step("export")
    questions(coupa, order)
    step("questions")
    change(coupa, order)
    step("change")

    first = order["order-lines"][0]
    mistaken = receive(coupa, first)
    waiting = coupa.call("GET", f"requisitions/{number}")
    check(waiting["status"] == "partially_received", "some has arrived", waiting["status"])
    voided = coupa.call("PUT", f"receiving_transactions/{mistaken['id']}/void")
    check(voided["status"] == "voided", "it never came", voided["status"])
    for each in order["order-lines"]:
        receive(coupa, each)
    received = coupa.call("GET", f"requisitions/{number}")
    check(received["status"] == "received", "everything has arrived", received["status"])
    step("receipt")

    invoice = coupa.call("POST", "invoices", {
        "invoice-number": f"{form.upper()}-{number}",
        "invoice-date": "2026-03-02T09:00:00-08:00",
        "supplier": {"name": order["supplier"]["name"]},
        "invoice-lines": [
            {"order-line-id": each["id"], "quantity": each["quantity"], "price": each["price"]}
            for each in order["order-lines"]
        ],
    }, "invoice-header")
    invoice = coupa.call("PUT", f"invoices/{invoice['id']}/submit")
    check(invoice["status"] == "approved", "the invoice matches", invoice["status"])
    check(invoice["gross-total"] == "105.00", "the invoice's total", invoice["gross-total"])
    paid = coupa.call("PUT", f"invoices/{invoice['id']}", {"paid": True}, "invoice-header")
    check(paid["paid"] is True, "the invoice is paid", paid["paid"])
    step("invoice")

    refusals(coupa)
    step("refusals")


def office(coupa):
    found = coupa.list("addresses", **{"location-code": "LAB"})
    if found:
        return found[0]
    country = coupa.list("addresses", limit=1)[0]["country"]
    return coupa.call("POST", "addresses", {
        "name": "The laboratory", "location-code": "LAB", "street1": "7 Beam Street", "city": "Oakland",
        "state": "CA", "postal-code": "94607", "country": {"code": country["code"]},
    }, "address")


def line(description, quantity, price):
    return {
        "description": description,
        "quantity": quantity,
        "unit-price": price,
        "uom": {"code": "EA"},
        "supplier": {"name": "Harbour Office Supply"},
    }


def receive(coupa, order_line):
    return coupa.call("POST", "receiving_transactions", {
        "type": "ReceivingQuantityConsumption",
        "order-line": {"id": order_line["id"]},
        "quantity": order_line["quantity"],
    }, "inventory-transaction")


def questions(coupa, order):
    """Lists are narrowed through what hangs on them, and answers are as short as one likes."""
    code = order["order-lines"][0]["account"]["code"]
    through = {"order-lines[account][code][starts_with]": code[:3], "id": order["id"]}
    check(len(coupa.list("purchase_orders", **through)) == 1, "found through its lines", code)
    through = {"order_lines[account][code]": "nobody's"}
    check(coupa.list("purchase_orders", **through) == [], "nobody's account", through)
    wanted = {"fields": '["id",{"supplier":["name"]}]', "order_by": "id", "dir": "desc", "limit": 1}
    latest = coupa.list("purchase_orders", **wanted)[0]
    check(latest == {"id": order["id"], "supplier": {"name": order["supplier"]["name"]}}, "fields", latest)
    limited = coupa.call("GET", f"purchase_orders/{order['id']}", return_object="limited")
    check(limited == {"id": order["id"]}, "return_object", limited)
    marked = coupa.call("PUT", f"purchase_orders/{order['id']}?exported=true&return_object=none")
    check(marked is None, "return_object=none", marked)
    since = {"updated-at[gt]": order["created-at"][:4] + "-01-01", "exported": "true", "limit": 50}
    known = [each["id"] for each in coupa.list("purchase_orders", **since)]
    check(order["id"] in known, "what was exported", known)


def change(coupa, order):
    """Closed by mistake: every change counts, and the order is to be exported again."""
    closed = coupa.call("PUT", f"purchase_orders/{order['id']}/close")
    check(closed["status"] == "closed", "an order is closed", closed["status"])
    opened = coupa.call("PUT", f"purchase_orders/{order['id']}/reopen")
    check(opened["status"] == "issued", "an order is opened again", opened["status"])
    check(opened["internal-revision"] > order["internal-revision"], "it was changed", opened)
    check(opened["version"] == order["version"], "the supplier has seen nothing of it", opened)
    check(opened["exported"] is False, "it is to be exported again", opened["exported"])


def export(coupa, order):
    """As the documentation tells: run, fetch what is not exported, mark it, record it, success."""
    integrations = coupa.list("integrations", name="ERP")
    integration = integrations[0] if integrations else coupa.call("POST", "integrations", {"name": "ERP"}, "integration")
    run = coupa.call("POST", "integration_runs", {"integration": {"id": integration["id"]}}, "integration-run")
    coupa.call("PUT", f"integration_runs/{run['id']}/run")
    fresh = coupa.list("purchase_orders", exported="false", limit=50, **{"status[in]": "issued,soft_closed"})
    check(order in [each["id"] for each in fresh], "the order is to be exported", fresh)
    marked = coupa.call("PUT", f"purchase_orders/{order}", exported="true")
    check(marked["exported"] is True, "the order is exported", marked["exported"])
    coupa.call("POST", "integration_history_records", {
        "integration": {"id": integration["id"]}, "integration-run": {"id": run["id"]},
        "document-type": "OrderHeader", "document-id": order, "status": "processed",
    }, "integration-history-record")
    ended = coupa.call("PUT", f"integration_runs/{run['id']}/success")
    check(ended["status"] == "successful", "the run ended well", ended)


def refusals(coupa):
    check(coupa.list("users", login="nobody") == [], "nobody is nobody", "somebody")
    check(coupa.list("users", login="emma", nonsense="1")[0]["login"] == "emma", "unknown keys are ignored", "")
    try:
        coupa.call("POST", "users", {"login": "emma"}, "user")
        raise SystemExit("not ok a login twice was taken")
    except Refused as refusal:
        check(refusal.status == 400, "validation is 400", refusal)
        check("Login has already been taken" in refusal.body, "validation says why", refusal.body)
        if coupa.form == "json":
            check("Login has already been taken" in json.loads(refusal.body)["errors"]["user"], "the format", refusal.body)
        else:
            errors = ElementTree.fromstring(refusal.body)
            check(errors.tag == "errors" and errors[0].tag == "error", "the format", refusal.body)
    reader = Coupa(coupa.url, coupa.form)
    try:
        reader.authenticate("nobody", "wrong", "core.user.read")
        raise SystemExit("not ok a wrong client got a token")
    except Refused as refusal:
        check(json.loads(refusal.body)["error"] == "invalid_client", "invalid_client", refusal)


if __name__ == "__main__":
    main(*sys.argv[1:5])
