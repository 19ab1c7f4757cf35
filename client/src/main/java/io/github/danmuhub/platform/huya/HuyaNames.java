package io.github.danmuhub.platform.huya;

import static java.util.Map.entry;

import io.github.danmuhub.platform.dissect.TarsNames;
import java.util.Map;

/**
 * What the page calls the fields of the messages that matter, by the message's uri. Facts that the
 * page's own script and public clients show; a name that is missing is not known.
 */
final class HuyaNames {
  private static final String BANNER =
      "0 lUid,1 sNickName,2 lPid,3 tNobleInfo,4 tGuardInfo,6 sLogoURL";

  private static final Map<Long, TarsNames> NAMES =
      Map.ofEntries(
          entry(
              1400L,
              TarsNames.of(
                  "0 tUserInfo{0 lUid,1 lImid,2 sNickName,3 iGender,4 sAvatarUrl,5 iNobleLevel,"
                      + "6 tNobleLevelInfo,7 sGuid,8 sHuYaUA},1 lTid,2 lSid,3 sContent,4 iShowMode,"
                      + "5 tFormat{0 iFontColor,1 iFontSize,2 iPopupStyle,3 iNickNameFontColor},"
                      + "6 tBulletFormat{0 iFontColor,1 iFontSize,2 iTextSpeed,3 iTransitionType,"
                      + "4 iPopupStyle,5 tBorderGroundFormat,6 vGraduatedColor},7 iTermType,"
                      + "8 vDecorationPrefix[0 iAppId,1 iViewType,2 vData,3 lSourceId,4 iType],"
                      + "9 vDecorationSuffix[0 iAppId,1 iViewType,2 vData,3 lSourceId,4 iType],"
                      + "10 vAtSomeone[0 lUid,1 sNickName],11 lPid,12 vBulletPrefix,13 sIconUrl,"
                      + "14 iType,15 vBulletSuffix,16 vTagInfo[0 iAppId,1 sTag],17 tSenceFormat,"
                      + "18 tContentExpand{0 iAppId,1 sToast,2 vData},19 iMessageMode")),
          entry(
              6501L,
              TarsNames.of(
                  "0 iItemType,1 strPayId,2 iItemCount,3 lPresenterUid,4 lSenderUid,"
                      + "5 sPresenterNick,6 sSenderNick,7 sSendContent,8 iItemCountByGroup,"
                      + "9 iItemGroup,11 iComboScore,17 sExpand,20 sPropsName,23 userInfo,24 lRoomId,"
                      + "25 lHomeOwnerUid,27 iPayType,28 iNobleLevel,32 iComboStatus,34 iMultiSend,"
                      + "37 sCustomText,39 lComboSeqId,41 lPayTotal,42 vBizData")),
          entry(6110L, TarsNames.of(BANNER)),
          entry(8006L, TarsNames.of("0 iAttendeeCount")));

  private HuyaNames() {}

  static TarsNames of(long uri) {
    return NAMES.getOrDefault(uri, TarsNames.NONE);
  }
}
