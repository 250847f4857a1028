# What `workerd serve` needs: the bundle, Node's modules, and the shop's settings.
using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [
    (name = "shop", worker = .shop),
    # The buyer of the example is on this machine; a worker may call only what its network allows.
    (name = "internet", network = (allow = ["public", "local", "private"])),
  ],
  sockets = [(name = "http", address = "localhost:4020", http = (), service = "shop")],
);

const shop :Workerd.Worker = (
  modules = [(name = "worker.js", esModule = embed "dist/worker.js")],
  compatibilityDate = "2025-09-01",
  compatibilityFlags = ["nodejs_compat"],
  bindings = [
    (name = "PORT", fromEnvironment = "PORT"),
    (name = "ORIGIN", fromEnvironment = "ORIGIN"),
    (name = "BUYER_ORIGIN", fromEnvironment = "BUYER_ORIGIN"),
    (name = "SHARED_SECRET", fromEnvironment = "SHARED_SECRET"),
  ],
);
