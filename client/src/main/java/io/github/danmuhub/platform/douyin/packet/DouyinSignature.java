package io.github.danmuhub.platform.douyin.packet;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The socket URL's signature, as far as it is not the site's own code. What is signed is an md5,
 * the stub, of thirteen fields in a fixed order; the page's {@code frontierSign} makes 16
 * characters of it. That function is not ours to ship: see {@code DouyinSigner}.
 */
public final class DouyinSignature {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9+/=_-]{16}");

  private DouyinSignature() {}

  /** The value that the page calls {@code X-MS-STUB}: lower-case hex. */
  public static String stub(String sdkVersion, String roomId, String userUniqueId) {
    String signed =
        ("live_id=1,aid=6383,version_code=180800,webcast_sdk_version=%s,room_id=%s,sub_room_id=,"
                + "sub_channel_id=,did_rule=3,user_unique_id=%s,device_platform=web,device_type=,"
                + "ac=,identity=audience")
            .formatted(sdkVersion, roomId, userUniqueId);
    try {
      byte[] md5 = MessageDigest.getInstance("MD5").digest(signed.getBytes(UTF_8));
      return HexFormat.of().formatHex(md5);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has MD5", e);
    }
  }

  /** Whether it has the form of a signature; only the page can say more. */
  public static boolean hasForm(String signature) {
    return FORM.matcher(signature).matches();
  }
}
