package io.github.danmuhub.export;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Bilibili's XML in the form of BililiveRecorder, which players, DanmakuFactory and 弹弹play read.
 */
final class XmlExporter implements Exporter {
  @Override
  public String id() {
    return "xml";
  }

  @Override
  public String extension() {
    return "xml";
  }

  @Override
  public ExportSink open(OutputStream out, Head head, ExportOptions options) throws IOException {
    return new XmlSink(out, head, options);
  }
}
