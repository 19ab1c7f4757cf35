package io.github.danmuhub.cli;

import picocli.CommandLine.Command;

/** {@code danmu rpc}: functions of pages, by a hub that runs. */
@Command(
    name = "rpc",
    description = "Lists and calls functions of pages (docs/rpc.md).",
    subcommands = {RpcListCommand.class, RpcCallCommand.class, RpcKickCommand.class},
    footer = {"", "Example: danmu rpc call live title"})
final class RpcCommand {
  private RpcCommand() {}
}
