package io.github.danmuhub.record;

import io.github.danmuhub.record.index.IndexSchema;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The index as its users see it: with SQL. */
final class IndexRows {
  private IndexRows() {}

  static long events(Path dir) {
    return Long.parseLong(column(dir, "SELECT count(*) FROM event").get(0));
  }

  /** The first column of what {@code sql} finds. */
  static List<String> column(Path dir, String sql) {
    try (Connection db =
            DriverManager.getConnection("jdbc:sqlite:" + dir.resolve(IndexSchema.FILE));
        Statement statement = db.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> found = new ArrayList<>();
      while (rows.next()) {
        found.add(rows.getString(1));
      }
      return found;
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
  }
}
